import type { ReactNode } from 'react';
import { HomeSide } from './home-side.tsx';
import { RecentProjects } from './recent-projects.tsx';
import { SampleCard } from './sample-card.tsx';
import './home.css';

/** The first screen: new, open, recent, sample. */
export function HomeScreen(): ReactNode {
  return (
    <div className="home">
      <HomeSide />
      <div className="home-content">
        <RecentProjects />
        <SampleCard />
      </div>
    </div>
  );
}
